import { availableParallelism } from "node:os";

const MOST_PROCESSES = 64;

/** PostgreSQL allows 100 connections by default. Some stay free for its administrator, the migrations and a console. */
const CONNECTIONS = 90;
/** Per process: one for live signals, one for the notifications of the executor. */
const LISTENING = 2;
const LARGEST_POOL = 10;
const SMALLEST_POOL = 2;

/**
 * One worker per core, unless WEB_CONCURRENCY names a number.
 *
 * @param {{ concurrency?: string | undefined, jobs?: string | undefined }} env WEB_CONCURRENCY and JOBS_PROCESS
 */
export function processSettings({ concurrency, jobs }, cores = availableParallelism()) {
  const count = Number(concurrency || Math.min(Math.max(1, cores), MOST_PROCESSES));
  if (!Number.isInteger(count) || count < 1 || count > MOST_PROCESSES)
    throw new Error(`WEB_CONCURRENCY must be a number from 1 to ${MOST_PROCESSES}, not "${concurrency}".`);
  if (jobs && jobs !== "own" && jobs !== "shared")
    throw new Error(`JOBS_PROCESS must be shared or own, not "${jobs}".`);
  return { count, has_own_jobs: jobs === "own" };
}

/**
 * The connections of one process, so that all processes together stay below PostgreSQL's default. A rolling restart runs one
 * process more.
 *
 * @param {number} processes
 */
export function poolShare(processes) {
  const share = Math.floor(CONNECTIONS / (processes + 1)) - LISTENING;
  return Math.min(LARGEST_POOL, Math.max(SMALLEST_POOL, share));
}
