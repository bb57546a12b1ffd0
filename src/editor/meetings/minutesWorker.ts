import { parentPort, workerData } from 'node:worker_threads';
import { minutesReader } from '../../meetings/minutes.ts';
import type { NotesToRead } from './readInBackground.ts';

// Runs in a thread of its own: whatever notes are made of, the extension host goes on, and the user can stop it.
const { name, text, today }: NotesToRead = workerData;
const read = await minutesReader();
parentPort?.postMessage(read(name, text, today));
