import type { Day } from './history';

/** What a reminder says; the words are the text room's. */
export interface ReminderText {
  readonly train: string;
  readonly morning: string;
}

export interface Reminders {
  /** Days of the week to train, 0 Monday to 6 Sunday. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight. */
  readonly trainAtMin: number;
  readonly morningAtMin: number;
  readonly durationMin: number;
  /** The first day that may carry one, and how a day is written (ISO 8601). */
  readonly fromDay: Day;
  readonly isoDay: (day: Day) => string;
  /** The moment of writing in UTC: "20261125T190000Z". */
  readonly stamp: string;
  /** Tells one person's reminders from another's. */
  readonly id: string;
}

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Text of a calendar file: commas, semicolons, backslashes and line ends are escaped (RFC 5545). */
const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, (letter) => `\\${letter}`).replaceAll('\n', '\\n');

const at = (isoDay: string, minutes: number): string => {
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  const minute = String(minutes % 60).padStart(2, '0');
  return `${isoDay.replaceAll('-', '')}T${hour}${minute}00`;
};

/** Day of the week, 0 Monday; day 0 was a Thursday. */
const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/**
 * Reminders as a calendar file (RFC 5545) in floating local time: one for training, one for the
 * morning after. No server, no attendee, no link.
 */
export function writeCalendar(reminders: Reminders, text: ReminderText): string {
  const { weekdays, fromDay, isoDay, trainAtMin, morningAtMin, durationMin, stamp, id } = reminders;
  const event = (
    name: string,
    days: readonly number[],
    atMin: number,
    minutes: number,
    summary: string,
  ): string[] => {
    const wait = Math.min(...days.map((day) => (day - weekdayOf(fromDay) + 7) % 7));
    return [
      'BEGIN:VEVENT',
      `UID:${id}-${name}@hipline`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${at(isoDay(fromDay + wait), atMin)}`,
      `DURATION:PT${String(minutes)}M`,
      `RRULE:FREQ=WEEKLY;BYDAY=${days.map((day) => dayCodes[day]).join(',')}`,
      `SUMMARY:${escapeText(summary)}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(summary)}`,
      'TRIGGER:PT0M',
      'END:VALARM',
      'END:VEVENT',
    ];
  };
  const train = [...new Set(weekdays)].toSorted((a, b) => a - b);
  const after = train.map((day) => (day + 1) % 7).toSorted((a, b) => a - b);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hipline//Reminders//EN',
    ...(train.length === 0
      ? []
      : [
          ...event('train', train, trainAtMin, durationMin, text.train),
          ...event('morning', after, morningAtMin, 5, text.morning),
        ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
