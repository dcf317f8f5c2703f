import { type Request, setLockName, type Status } from '../serviceWorker/protocol';

/** What is to be said about the app on this device. */
export type OfflineNotice = 'update' | 'busy' | 'evicted' | 'fallback';

/** Remembers that the app was once kept whole, so that its going is noticed. */
const keptKey = 'hipline.kept';
/** A new version is looked for this often while the page stays open. */
const lookEveryMs = 60 * 60 * 1000;

/** The app as it is kept on this device: whole or not, and whether a new version waits. */
export class Offline {
  /**
   * `none`: this browser keeps nothing, or not yet; `partly`: not enough; `ready`: trains without a
   * network; `all`: with the larger model too.
   */
  state = $state<'none' | 'partly' | 'ready' | 'all'>('none');
  status = $state.raw<Status | undefined>();
  notice = $state.raw<OfflineNotice | undefined>();

  #registration: ServiceWorkerRegistration | undefined;
  /** A new version has taken over: the page is of the old one and is loaded anew once it may be. */
  #isStale = false;
  #isTraining = false;
  #letGo: (() => void) | undefined;

  /** Begins to keep the app; what cannot be done leaves it as a page of the network. */
  async start(scriptUrl: string): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    // The first worker of all takes over a page that is of its own version; a later one does not.
    let isFirst = serviceWorker.controller === null;
    serviceWorker.addEventListener('controllerchange', () => {
      this.#isStale = !isFirst;
      isFirst = false;
      this.#reloadIfStale();
    });
    try {
      const registration = (await serviceWorker.register(scriptUrl)) as
        ServiceWorkerRegistration | undefined;
      if (registration === undefined) return;
      this.#registration = registration;
      this.#watch(registration);
      await this.#check((await serviceWorker.ready).active);
    } catch {
      // Forbidden (private windows, some settings) or no network: nothing is kept, all else works.
    }
  }

  /** While a set runs no version takes over and nothing is said. */
  setTraining(isTraining: boolean): void {
    if (this.#isTraining === isTraining) return;
    this.#isTraining = isTraining;
    this.#letGo?.();
    this.#letGo = isTraining ? holdSharedLock(setLockName) : undefined;
    this.#reloadIfStale();
  }

  /** Lets the waiting version take over; says so where a set in another tab runs. */
  async takeOver(): Promise<void> {
    const waiting = this.#registration?.waiting;
    if (!waiting) return;
    const status = await ask(waiting, { kind: 'takeOver' });
    if (status.isBusy) this.notice = 'busy';
  }

  dismiss(): void {
    this.notice = undefined;
  }

  #watch(registration: ServiceWorkerRegistration): void {
    const sayWaiting = (): void => {
      // Without an active one this is the first install, which takes over by itself.
      if (registration.waiting !== null && registration.active !== null) this.notice = 'update';
    };
    sayWaiting();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', sayWaiting);
    });
    setInterval(() => {
      registration.update().catch(() => undefined);
    }, lookEveryMs);
  }

  async #check(worker: ServiceWorker | null): Promise<void> {
    if (worker === null) return;
    const before = await ask(worker, { kind: 'started' });
    const isWhole = before.keptCount === before.neededCount;
    if (before.isFallback) this.notice = 'fallback';
    else if (!isWhole || (!navigator.serviceWorker.controller && wasKept()))
      this.notice ??= 'evicted';
    this.#take(before);
    await idle();
    this.#take(await ask(worker, { kind: 'fillUp' }));
  }

  #take(status: Status): void {
    this.status = status;
    const isReady = status.keptCount === status.neededCount;
    const isAll = isReady && status.laterKeptCount === status.laterCount;
    this.state = isAll ? 'all' : isReady ? 'ready' : 'partly';
    if (isReady) rememberKept();
  }

  #reloadIfStale(): void {
    if (this.#isStale && !this.#isTraining) location.reload();
  }
}

/** Asks a service worker and waits for its answer. */
function ask(worker: ServiceWorker, request: Request): Promise<Status> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data as Status);
      port1.close();
    };
    worker.postMessage(request, [port2]);
  });
}

/** Until the page has nothing more urgent to do. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 10_000 });
    else setTimeout(resolve, 2000);
  });

/** Holds a lock that others may share, until let go of. */
function holdSharedLock(name: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  let release: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks.request(name, { mode: 'shared' }, () => isOver).catch(() => undefined);
  return release;
}

function wasKept(): boolean {
  try {
    return localStorage.getItem(keptKey) !== null;
  } catch {
    return false;
  }
}

function rememberKept(): void {
  try {
    localStorage.setItem(keptKey, '1');
  } catch {
    // Storage is forbidden: that the app was kept is not noticed to be gone.
  }
}
