import { openDB } from 'idb';
import { databaseVersion, openDatabase } from '../../../src/store/database';
import {
  addEntries,
  changeLock,
  deleteProfile,
  isLocked,
  readDocument,
  readHistory,
  readProfiles,
  writeDocument,
  writeProfile,
} from '../../../src/store/peopleStore';
import { createLock, openLock } from '../../../src/store/seal';

export { addEntries, databaseVersion, deleteProfile, openDatabase, openDB };
export { changeLock, createLock, isLocked, openLock, readDocument, writeDocument };
export { readHistory, readProfiles, writeProfile };
