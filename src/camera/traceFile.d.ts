import type { OpenedSource } from './frameSource';
/** Opens a recorded trace (NDJSON, gzipped or not). All of it is checked before any of it is given. */
export declare function openTraceFile(file: Blob): Promise<OpenedSource>;
