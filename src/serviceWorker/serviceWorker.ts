/**
 * Keeps the app on the device: one whole version at a time, each file under the hash of its content.
 * A version that cannot be fetched whole is never used; one that does not start gives its place back.
 */
import { answerGone, answerWith } from './answer';
import { type Request as PageRequest, setLockName, type Status } from './protocol';
import { findFile, nameRelease, type Release, type ReleaseFile } from './release';
import { Shelf } from './shelf';
import { isFallback, noteOpening, noteStart } from './trial';

declare const self: ServiceWorkerGlobalScope & {
  /** The build writes the files of this version here. */
  readonly __WB_MANIFEST: readonly ReleaseFile[];
};

const scope = self.registration.scope;
const shelf = new Shelf(scope);
const naming = nameRelease(self.__WB_MANIFEST);

const ofGroup = ({ files }: Release, group: ReleaseFile['group']): readonly ReleaseFile[] =>
  files.filter((file) => file.group === group);

/** The release that is shown: this worker's own, or the one before it where this one is broken. */
async function readShown(): Promise<{ release: Release; isFallback: boolean }> {
  const own = await naming;
  const trial = await shelf.readTrial();
  if (!isFallback(trial, own.version)) return { release: own, isFallback: false };
  const before = await shelf.readRelease(trial.proven ?? '');
  return before === undefined
    ? { release: own, isFallback: false }
    : { release: before, isFallback: true };
}

async function install(): Promise<void> {
  const own = await naming;
  await shelf.fetchMissing(ofGroup(own, 'first'));
  await shelf.writeRelease(own);
}

/** Answers from the shelf; what is not there comes from the network and is kept. */
async function answer(request: Request): Promise<Response> {
  const range = request.headers.get('Range');
  const own = await naming;
  if (request.mode === 'navigate' && findFile(own, scope, request)?.url === 'index.html') {
    await shelf.writeTrial(noteOpening(await shelf.readTrial(), own.version));
  }
  const { release } = await readShown();
  const file = findFile(release, scope, request);
  if (file === undefined) return answerWith(await fetch(request), range);
  const kept = await shelf.read(file);
  if (kept !== undefined) return answerWith(kept, range);
  try {
    return await answerWith(await shelf.fetch(file), range);
  } catch {
    return request.mode === 'navigate' ? answerGone() : Response.error();
  }
}

async function readStatus(isBusy = false): Promise<Status> {
  const { release, isFallback } = await readShown();
  const [needed, later] = [ofGroup(release, 'first'), ofGroup(release, 'later')];
  return {
    version: release.version,
    neededCount: needed.length,
    keptCount: await shelf.countKept(needed),
    laterCount: later.length,
    laterKeptCount: await shelf.countKept(later),
    isFallback,
    isBusy,
  };
}

/** A version is proven by its start; only then may the files of the one before it go. */
async function noteStarted(): Promise<Status> {
  const own = await naming;
  const trial = noteStart(await shelf.readTrial(), own.version);
  await shelf.writeTrial(trial);
  const { installing, waiting } = self.registration;
  // What a next version has fetched is not of this one either.
  if (trial.proven === own.version && installing === null && waiting === null) {
    await shelf.keepOnly([own]);
  }
  // Again, as the browser may have removed it.
  await shelf.writeRelease(own);
  return readStatus();
}

async function fillUp(): Promise<Status> {
  const { release } = await readShown();
  try {
    await shelf.fetchMissing([...ofGroup(release, 'first'), ...ofGroup(release, 'later')]);
  } catch {
    // No network, or no room: the status says what is there.
  }
  return readStatus();
}

/** Takes over unless a set runs: every tab that runs one holds the lock. */
async function takeOver(): Promise<Status> {
  const isFree = await self.navigator.locks.request(
    setLockName,
    { ifAvailable: true },
    async (lock) => {
      if (lock !== null) await self.skipWaiting();
      return lock !== null;
    },
  );
  return readStatus(!isFree);
}

const tasks: Readonly<Record<PageRequest['kind'], () => Promise<Status>>> = {
  started: noteStarted,
  status: () => readStatus(),
  fillUp,
  takeOver,
};

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});
// The first visit's page is served from here on, so that the larger model is kept when it is loaded.
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = request.method === 'GET' && request.url.startsWith(scope);
  if (isOurs) event.respondWith(answer(request));
});
self.addEventListener('message', (event) => {
  const [port] = event.ports;
  const { kind } = event.data as PageRequest;
  event.waitUntil(tasks[kind]().then((status) => port?.postMessage(status)));
});
