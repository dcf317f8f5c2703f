import type { Day } from '../core/programme/history';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The day of the athlete's own calendar at a moment, by this device's time zone. */
export function toDay(nowMs: number): Day {
  const offsetMs = new Date(nowMs).getTimezoneOffset() * minuteMs;
  return Math.floor((nowMs - offsetMs) / dayMs);
}

/** A day as a date at noon, so that no time zone moves it. */
export const toDate = (day: Day): Date => {
  const utc = new Date(day * dayMs);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate(), 12);
};

/** A day in ISO 8601: "2026-11-25". */
export const toIsoDay = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10);
