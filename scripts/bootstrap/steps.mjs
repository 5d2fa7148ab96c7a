// Shows what a long command is doing: one line per step with its progress and time. On a terminal the line is redrawn in place,
// anywhere else (a log, a pipe) every step prints a plain line when it begins and when it ends. Of steps that run at the same time the
// first one is redrawn; the others print their line when they end.

/** @typedef {(label: string, done?: number, total?: number) => void} Progress */

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const BAR = 16;
const NAME = 10;

const out = process.stdout;
const live = Boolean(out.isTTY) && !process.env.CI && process.env.TERM !== "dumb";
// Whoever reads our lines may go away (`| head`); what was started must be stopped all the same.
out.on("error", () => {});
/** @type {symbol[]} */
const running = [];
const paint = (/** @type {number} */ code, /** @type {string} */ text) => (live ? `\x1b[${code}m${text}\x1b[0m` : text);

/**
 * @template T
 * @param {string} name
 * @param {(progress: Progress) => Promise<T> | T} work a string or a `summary` in its result ends the line, a count in `failed` marks it
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now();
  const line = live ? liveLine(name, began) : plainLine(name, began);
  try {
    const result = await work(line.progress);
    line.end(hasFailed(result) ? paint(31, "✗") : paint(32, "✓"), summaryOf(result));
    return result;
  } catch (error) {
    line.end(paint(31, "✗"), error instanceof Stopped ? "stopped" : "failed");
    throw error;
  }
}

/** A step that was ended because another one failed, or by Ctrl-C: it did not fail itself. */
export class Stopped extends Error {}

/** @param {unknown} result */
function hasFailed(result) {
  return Boolean(result && typeof result === "object" && "failed" in result && result.failed);
}

/** @param {unknown} result */
function summaryOf(result) {
  if (typeof result === "string") return result;
  return result && typeof result === "object" && "summary" in result ? String(result.summary) : "";
}

/** @param {string} text */
export function say(text = "") {
  // The line of a running step is redrawn below the text.
  out.write(`${running.length ? "\r\x1b[2K" : ""}${text}\n`);
}

/** @param {number} ms */
export function duration(ms) {
  const seconds = ms / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * @param {string} name
 * @param {number} began
 */
function liveLine(name, began) {
  let detail = "";
  let frame = 0;
  const me = Symbol(name);
  running.push(me);
  const draw = () => {
    if (running[0] !== me) return;
    const head = `${paint(36, FRAMES[frame++ % FRAMES.length] ?? "")} ${name.padEnd(NAME)} ${duration(performance.now() - began).padStart(8)}`;
    const room = Math.max(0, (out.columns ?? 80) - NAME - 14);
    out.write(`\r\x1b[2K${head}  ${paint(2, detail.slice(0, room))}`);
  };
  draw();
  const timer = setInterval(draw, 100);
  return {
    /** @type {Progress} */
    progress(label, done, total) {
      detail = total ? `${bar(done ?? 0, total)} ${label}` : label;
    },
    /**
     * @param {string} mark
     * @param {string} result
     */
    end(mark, result) {
      clearInterval(timer);
      running.splice(running.indexOf(me), 1);
      const time = duration(performance.now() - began).padStart(8);
      out.write(`\r\x1b[2K${mark} ${name.padEnd(NAME)} ${time}  ${paint(2, result)}\n`);
    },
  };
}

/**
 * @param {string} name
 * @param {number} began
 */
function plainLine(name, began) {
  say(`  ${name} …`);
  let last = began;
  return {
    /** @type {Progress} */
    progress(label, done, total) {
      if (performance.now() - last < 10_000) return;
      last = performance.now();
      say(`  ${name}: ${label}${total ? ` ${percent(done ?? 0, total)}` : ""}, ${duration(last - began)}`);
    },
    /**
     * @param {string} mark
     * @param {string} result
     */
    end(mark, result) {
      say(`${mark} ${name.padEnd(NAME)} ${duration(performance.now() - began).padStart(8)}  ${result}`.trimEnd());
    },
  };
}

/**
 * @param {number} done
 * @param {number} total
 */
function bar(done, total) {
  const filled = Math.round((Math.min(done, total) / total) * BAR);
  return `${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${percent(done, total)}`;
}

/**
 * @param {number} done
 * @param {number} total
 */
function percent(done, total) {
  return `${Math.floor((Math.min(done, total) / total) * 100)} %`.padStart(5);
}
