import { openDB } from 'idb';
import { databaseVersion, openDatabase } from '../../../src/store/database';
import {
  addEntries,
  deleteProfile,
  readHistory,
  readProfiles,
  writeProfile,
} from '../../../src/store/peopleStore';

export { addEntries, databaseVersion, deleteProfile, openDatabase, openDB };
export { readHistory, readProfiles, writeProfile };
