import { toTestEntries } from '../core/programme/baseline';
import type { HistoryEntry, TestId } from '../core/programme/history';
import { type DayPlan, readDayPlan } from '../core/programme/dayPlan';
import { applyPrescription, joinPrescription } from '../core/programme/planChange';
import type { Prescription } from '../core/programme/prescription';
import { type Plan, type Programme, readProgramme } from '../core/programme/programme';
import { type FinishedSet, toSetEntry } from '../core/programme/setEntry';
import { fail, type Result } from '../core/result';
import { type Backup, packBackup, parseBackup } from '../store/backup';
import { type Database, openDatabase, type StoreError } from '../store/database';
import {
  addEntries,
  addPerson,
  changeLock,
  deleteProfile,
  isLocked,
  readDocument,
  readHistory,
  readProfiles,
  siftHistory,
  unlockProfile,
  writeDocument,
  writeProfile,
} from '../store/peopleStore';
import type { Lock, LockedProfile, Profile } from '../store/schema';
import { createLock, openLock } from '../store/seal';
import { peopleText } from '../text/people';
import { toDay } from './day';
import { readPersonSettings, writePersonSettings } from './settings.svelte';
import { forgetOld, joinTraining, readOld, toEntries, toHipTests } from './oldTraining';
import {
  forgetOldTraining,
  readOldTraining,
  readTraining,
  type TrainingData,
  type TrainingLog,
} from './trainingLog.svelte';

const chosenKey = 'hipline.profile';
const trainingName = 'training';

/** What is kept with each person as text, by name, and where a device held it before. */
const ownKeys = {
  calibration: 'hipline.calibration',
  neutrals: 'hipline.backNeutrals',
} as const;
export type OwnName = keyof typeof ownKeys;
const ownNames = Object.keys(ownKeys) as readonly OwnName[];
const oldHipTest = 'hipline.hipTest';

/** What nobody has told yet. */
export const firstPlan: Plan = {
  person: { bodyMassKg: 70, assumed: true, bellsKg: [] },
  runs: false,
};

/** `locked`: a PIN is asked for; `unkept`: there is no database, all is forgotten with the page. */
export type PeopleState = 'opening' | 'ready' | 'locked' | 'unkept';

export interface PeopleRoom {
  readonly log: TrainingLog;
  readonly nowMs: () => number;
  /** Somebody trains from now on: what is kept with them can be read. */
  readonly onOpen: () => void;
}

/** The people of this device, the one who trains now, and what they have done. */
export class People {
  state = $state<PeopleState>('opening');
  error = $state.raw<StoreError | undefined>();
  all = $state.raw<readonly (Profile | LockedProfile)[]>([]);
  /** Who trains now; undefined until the database is open and the PIN is given. */
  current = $state.raw<Profile | undefined>();
  history = $state.raw<readonly HistoryEntry[]>([]);
  /** The database that this browser once had is empty: it has removed it, or found it broken. */
  isLost = $state(false);
  #damagedPeople = $state(0);
  #damagedEntries = $state(0);
  /** The day that it is; follows midnight when the page is looked at. */
  day = $state(0);
  readonly plan = $derived(applyPrescription(this.current?.plan ?? firstPlan));
  readonly programme: Programme = $derived(readProgramme(this.history, this.plan, this.day));
  readonly today: DayPlan = $derived(readDayPlan(this.history, this.plan, this.day));

  /** What is kept with the person who trains. */
  #own: Readonly<Partial<Record<OwnName, string>>> = {};
  #db: Database | undefined;
  #locked = $state.raw<{ readonly lock: Lock; readonly key: CryptoKey } | undefined>();
  /** Writes follow one another. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly room: PeopleRoom) {
    this.day = toDay(room.nowMs());
  }

  /** Opens the database and the person who trained last. */
  async start(): Promise<void> {
    const opened = await openDatabase();
    if (!opened.ok) {
      this.error = opened.error;
      this.current = this.#create(peopleText.me);
      this.state = 'unkept';
      this.room.onOpen();
      return;
    }
    this.#db = opened.value;
    await this.#readAll();
    this.isLost = this.all.length === 0 && this.damaged === 0 && readChosen() !== null;
    const chosen = this.all.find(({ id }) => id === readChosen()) ?? this.all[0];
    if (chosen === undefined) await this.add(peopleText.me);
    else await this.choose(chosen.id);
  }

  /** Rows that could not be read; they stay where they are. */
  get damaged(): number {
    return this.#damagedPeople + this.#damagedEntries;
  }

  /** Midnight may have passed. */
  follow(): void {
    this.day = toDay(this.room.nowMs());
  }

  /** Writes down what was done or answered. */
  note(...entries: readonly HistoryEntry[]): Promise<void> {
    this.follow();
    this.history = [...this.history, ...entries].toSorted((a, b) => a.day - b.day);
    const { current } = this;
    const key = this.#locked?.key;
    return this.#write(async (db) => {
      if (current !== undefined) await addEntries(db, current.id, entries, key);
    });
  }

  /** Whose a set is that is recorded now; undefined where nobody will be known the next time. */
  get ownerId(): string | undefined {
    return this.state === 'unkept' ? undefined : this.current?.id;
  }

  /** Whether a set is shown to who trains: theirs, or of somebody who is not here any more. */
  owns(personId: string): boolean {
    if (this.state === 'opening') return false;
    return personId === this.current?.id || !this.all.some(({ id }) => id === personId);
  }

  /** What is kept with the person who trains; null where there is nothing. */
  readOwn(name: OwnName): string | null {
    return this.#own[name] ?? null;
  }

  /**
   * Keeps something with the person who trains; null forgets it.
   * @returns whether it is kept longer than the page
   */
  keepOwn(name: OwnName, text: string | null): boolean {
    const { current } = this;
    const { [name]: _before, ...others } = this.#own;
    this.#own = text === null ? others : { ...others, [name]: text };
    if (current === undefined) return false;
    const key = this.#locked?.key;
    void this.#write((db) => writeDocument(db, current.id, name, text ?? '', key));
    return this.#db !== undefined;
  }

  /** A set has been finished and answered; a test of the baseline is kept as its result. */
  noteSet(set: Omit<FinishedSet, 'day' | 'atMs'>, test?: TestId): Promise<void> {
    const atMs = this.room.nowMs();
    const finished = { ...set, atMs, day: toDay(atMs) };
    // Whenever the hips are tested, bridges are asked for by it.
    const of = test ?? (set.exercise === 'hipFlexorTest' ? 'hipFlexor' : undefined);
    return this.note(...(of === undefined ? [toSetEntry(finished)] : toTestEntries(finished, of)));
  }

  /** Changes the plan of the person who trains. */
  changePlan(change: Partial<Plan>): Promise<void> {
    const { current } = this;
    if (current === undefined) return Promise.resolve();
    return this.#keep({ ...current, plan: { ...current.plan, ...change } });
  }

  /** Puts another plan in the place of the one that is. */
  setPlan(plan: Plan): Promise<void> {
    const { current } = this;
    return current === undefined ? Promise.resolve() : this.#keep({ ...current, plan });
  }

  rename(name: string): Promise<void> {
    const { current } = this;
    return current === undefined ? Promise.resolve() : this.#keep({ ...current, name });
  }

  /** A new person, who trains from now on. */
  async add(name: string): Promise<void> {
    const profile = this.#create(name);
    await this.#write((db) => writeProfile(db, profile));
    await this.#readAll();
    await this.choose(profile.id);
  }

  /** Somebody else trains from now on; with a PIN, once it is given. */
  async choose(id: string): Promise<void> {
    const chosen = this.all.find((profile) => profile.id === id);
    if (chosen === undefined) return;
    keepChosen(id);
    this.#locked = undefined;
    this.#own = {};
    this.history = [];
    this.current = undefined;
    if (isLocked(chosen)) {
      this.state = 'locked';
      return;
    }
    await this.#open(chosen);
  }

  /** Who is waited for. */
  get waiting(): LockedProfile | undefined {
    const chosen = this.all.find(({ id }) => id === readChosen());
    return this.state === 'locked' && chosen !== undefined && isLocked(chosen) ? chosen : undefined;
  }

  /** @returns whether the PIN was right */
  async unlock(pin: string): Promise<boolean> {
    const { waiting } = this;
    if (waiting === undefined) return false;
    const key = await openLock(waiting.lock, pin);
    const profile = key === undefined ? undefined : await unlockProfile(waiting, key);
    if (key === undefined || profile === undefined) return false;
    this.#locked = { lock: waiting.lock, key };
    await this.#open(profile);
    return true;
  }

  /** What is the person's is behind a PIN. */
  get hasPin(): boolean {
    return this.#locked !== undefined;
  }

  /** Puts a PIN on all that the person has; undefined takes it off. */
  async setPin(pin: string | undefined): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    const from = this.#locked?.key;
    const to = pin === undefined ? undefined : await createLock(pin);
    await this.#write((db) => changeLock(db, current, from, to));
    this.#locked = to;
    await this.#readAll();
  }

  /** Everything of the person who trains, as a file's text. */
  readBackup(): string | undefined {
    const { current } = this;
    if (current === undefined) return undefined;
    const settings = readPersonSettings(current.id);
    return packBackup({
      ...{ profile: current, history: this.history, training: this.room.log.data },
      own: { ...this.#own, ...(settings === null ? {} : { settings }) },
    });
  }

  /** A new person out of a backup, who trains from now on; nothing is changed where it is refused. */
  async restore(text: string): Promise<Result<Backup, 'refused' | 'newer' | 'unkept' | 'failed'>> {
    const read = parseBackup(text);
    if (!read.ok) return read;
    if (this.#db === undefined) return fail('unkept');
    const { profile, history, training, own = {} } = read.value;
    const fresh = { ...profile, id: this.#create(profile.name).id };
    const ownDocuments = Object.fromEntries(ownNames.map((name) => [name, own[name] ?? '']));
    const before = this.error;
    await this.#write((db) =>
      addPerson(db, fresh, history, { ...ownDocuments, [trainingName]: readTraining(training) }),
    );
    if (this.error !== before) return fail('failed');
    this.isLost = false;
    if (own.settings !== undefined) writePersonSettings(fresh.id, own.settings);
    await this.#readAll();
    await this.choose(fresh.id);
    return read;
  }

  /** A prescription is accepted: its doses stand from now on, signed by the physio. */
  async prescribe(prescribed: Prescription): Promise<void> {
    const before = this.current?.plan.prescribed;
    await this.changePlan({ prescribed: joinPrescription(before, prescribed) });
    const { signedBy: by, signedOn } = prescribed;
    const day = this.day;
    await this.note(
      { kind: 'plan', day, by, signedOn, what: 'prescribed' },
      ...prescribed.items.map(({ exercise, dose }): HistoryEntry => {
        return { kind: 'overrule', day, exercise, dose, by: 'clinician', why: by };
      }),
    );
  }

  /** The programme's own plan again; what was trained under the prescription stays. */
  async takeDefault(): Promise<void> {
    const { current } = this;
    if (current === undefined) return;
    const { prescribed, ...plan } = current.plan;
    await this.setPlan(plan);
    if (prescribed === undefined) return;
    const { signedBy: by, signedOn } = prescribed;
    await this.note({ kind: 'plan', day: this.day, by, signedOn, what: 'default' });
  }

  /** Takes a person and all that is theirs out of the database. */
  async remove(id: string): Promise<void> {
    await this.#write((db) => deleteProfile(db, id));
    writePersonSettings(id, null);
    await this.#readAll();
    const [next] = this.all;
    if (this.current?.id !== id) return;
    if (next === undefined) await this.add(peopleText.me);
    else await this.choose(next.id);
  }

  #create(name: string): Profile {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    const id = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { id, name, createdAtMs: this.room.nowMs(), plan: firstPlan };
  }

  async #open(profile: Profile): Promise<void> {
    const db = this.#db;
    if (db === undefined) return;
    const key = this.#locked?.key;
    const read = await readHistory(db, profile.id, key);
    const kept = readTraining(await readDocument(db, profile.id, trainingName, key));
    const old = readOldTraining();
    const data = joinTraining(kept, old);
    const own = await Promise.all(
      ownNames.map(async (name) => [name, await readDocument(db, profile.id, name, key)] as const),
    );
    this.#damagedEntries = read.damaged;
    this.history = read.rows;
    this.#own = Object.fromEntries(
      own.filter((one): one is [OwnName, string] => typeof one[1] === 'string' && one[1] !== ''),
    );
    this.current = profile;
    this.room.log.bind(data, (log) => void this.#keepTraining(profile.id, log));
    this.follow();
    const morning = this.history.findLast(
      (entry) => entry.kind === 'morning' && entry.day === this.day,
    );
    if (morning?.kind === 'morning') this.room.log.painNow = morning.pain;
    this.state = 'ready';
    await this.#takeOld();
    this.room.onOpen();
    if (old.sets.length === 0 && Object.keys(old.stages).length === 0) return;
    // What was trained before there was a database goes to whoever opens it first.
    await this.#keepTraining(profile.id, data);
    await this.note(...siftHistory(toEntries(old.sets)).rows);
    if (this.error === undefined) forgetOldTraining();
  }

  /** What the device held before people had a database goes to whoever opens it first. */
  async #takeOld(): Promise<void> {
    for (const name of ownNames) {
      const key = ownKeys[name];
      const text = readOld(key);
      if (text === null) continue;
      if (this.readOwn(name) === null) this.keepOwn(name, text);
      forgetOld(key);
    }
    const tests = toHipTests(readOld(oldHipTest));
    if (tests.length > 0) await this.note(...tests);
    forgetOld(oldHipTest);
  }

  #keepTraining(id: string, data: TrainingData): Promise<void> {
    const key = this.#locked?.key;
    return this.#write((db) => writeDocument(db, id, trainingName, data, key));
  }

  async #keep(profile: Profile): Promise<void> {
    this.current = profile;
    const locked = this.#locked;
    await this.#write((db) => writeProfile(db, profile, locked));
    await this.#readAll();
  }

  async #readAll(): Promise<void> {
    if (this.#db === undefined) return;
    const { rows, damaged } = await readProfiles(this.#db);
    this.all = rows;
    this.#damagedPeople = damaged;
  }

  /** One write after the other; one that fails is said, and what is on the page stays. */
  #write(work: (db: Database) => Promise<void>): Promise<void> {
    const db = this.#db;
    if (db === undefined) return Promise.resolve();
    const done = this.#writing
      .then(() => work(db))
      .catch((thrown: unknown) => {
        const detail = thrown instanceof Error ? thrown.message : String(thrown);
        this.error = { code: 'storeFailed', detail };
      });
    this.#writing = done;
    return done;
  }
}

function readChosen(): string | null {
  try {
    return localStorage.getItem(chosenKey);
  } catch {
    // Forbidden by the browser's privacy settings.
    return null;
  }
}

function keepChosen(id: string): void {
  try {
    localStorage.setItem(chosenKey, id);
  } catch {
    // Forbidden: the first person is opened next time.
  }
}
