import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import type { Sitting } from '../../core/quiz/sitting.ts';
import { scope } from '../learners.ts';
import { unlessBlocked } from './patience.ts';
import { randomId } from './store.ts';

/**
 * The learner's database in IndexedDB: `window-course`, or `window-course.<id>` for a named learner.
 *
 * | store    | key | row                                   | life                                  |
 * |----------|-----|---------------------------------------|---------------------------------------|
 * | events   | id  | `RecordEvent`                         | added at 提交, never changed or removed |
 * | sittings | id  | `Sitting`                             | replaced at each selection, removed when the last question is submitted |
 * | meta     | key | `run`: `{run, seq}` of the last event | replaced with each event              |
 * | papers   | sitting | the questions of a test as they were drawn | until the next test is drawn |
 * | ballast  | key | half a megabyte to give up            | deleted when an answer finds no space |
 * | holders  | id  | the page that holds a sitting         | while that page lives; plain http only |
 *
 * Rows are only ever added to the schema: content changes never raise the version, and a build
 * that meets a newer version opens it as it is and leaves what it does not know alone. The name
 * does not contain the base path, so a site that moves to another folder keeps its learners.
 */
export interface CourseSchema extends DBSchema {
  events: { key: string; value: unknown };
  sittings: { key: string; value: Sitting };
  meta: { key: 'run'; value: Run };
  papers: { key: string; value: unknown };
  ballast: { key: 'ballast'; value: Uint8Array };
  holders: { key: string; value: Holder };
}

/** Which page holds a sitting, and when it last said so. */
export interface Holder {
  id: string;
  page: string;
  at: number;
}

/** A run of events: the id it was minted with and the last `seq` it has given out. */
export interface Run {
  run: string;
  seq: number;
}

export type CourseDatabase = IDBPDatabase<CourseSchema>;

const VERSION = 3;

let connection: Promise<CourseDatabase> | undefined;

/** Runs `work` on the open database; reconnects and tries once more if the connection was lost. */
export async function withDatabase<T>(work: (database: CourseDatabase) => Promise<T>): Promise<T> {
  try {
    return await work(await connect());
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    connection = undefined;
    return work(await connect());
  }
}

/** Closes this page's connection; the next use opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open = connection;
  connection = undefined;
  (await open)?.close();
}

function connect(): Promise<CourseDatabase> {
  connection ??= open().catch((error) => {
    connection = undefined;
    throw error;
  });
  return connection;
}

async function open(): Promise<CourseDatabase> {
  try {
    return await openAt(VERSION);
  } catch (error) {
    // A newer build was here before: its database is a superset of ours.
    if (error instanceof DOMException && error.name === 'VersionError') return openAt(undefined);
    throw error;
  }
}

async function openAt(version: number | undefined): Promise<CourseDatabase> {
  let opening: Promise<CourseDatabase> | undefined;
  try {
    return await unlessBlocked((blocked) => {
      opening = openDB<CourseSchema>(scope(), version, { upgrade, blocked, blocking, terminated });
      return opening;
    });
  } catch (error) {
    // Who has given up is not heard of again.
    opening?.then((database) => database.close()).catch(() => undefined);
    throw error;
  }
}

type Callbacks = Required<OpenDBCallbacks<CourseSchema>>;

const upgrade: Callbacks['upgrade'] = (database, from, _to, transaction) => {
  // Where the upgrade fails, opening fails with it; nobody else is told.
  transaction.done.catch(() => undefined);
  if (from < 1) {
    database.createObjectStore('events', { keyPath: 'id' });
    database.createObjectStore('sittings', { keyPath: 'id' });
    const meta = database.createObjectStore('meta');
    meta.put({ run: randomId(), seq: 0 }, 'run').catch(() => undefined);
  }
  if (from < 2) {
    database.createObjectStore('holders', { keyPath: 'id' });
    database.createObjectStore('ballast');
  }
  if (from < 3) database.createObjectStore('papers');
};

/** Another tab wants a newer version: make way at once; the next call reconnects. */
const blocking: Callbacks['blocking'] = (_current, _blocked, event) => {
  (event.target as IDBDatabase).close();
  connection = undefined;
};

const terminated = (): void => {
  connection = undefined;
};

/** iOS drops connections of backgrounded pages; browsers drop them when site data is cleared. */
function isLostConnection(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'InvalidStateError' || /connection.*(lost|closing)/i.test(error.message))
  );
}
