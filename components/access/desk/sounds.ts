import type { EntryResult } from "./desk-types";

let audio: AudioContext | undefined;

type Note = { hertz: number; from_ms: number; for_ms: number };

const tunes: Record<EntryResult["kind"], Note[]> = {
  admitted: [
    { hertz: 660, from_ms: 0, for_ms: 110 },
    { hertz: 990, from_ms: 110, for_ms: 180 },
  ],
  denied: [
    { hertz: 220, from_ms: 0, for_ms: 200 },
    { hertz: 165, from_ms: 230, for_ms: 320 },
  ],
  not_recorded: [
    { hertz: 330, from_ms: 0, for_ms: 140 },
    { hertz: 330, from_ms: 220, for_ms: 140 },
    { hertz: 330, from_ms: 440, for_ms: 140 },
  ],
};

/** Browsers play no sound before the first user interaction with the page. */
export function play(tune: keyof typeof tunes): void {
  audio ??= new AudioContext();
  if (audio.state === "suspended") void audio.resume();
  for (const note of tunes[tune]) sound(audio, note);
}

function sound(context: AudioContext, { hertz, from_ms, for_ms }: Note): void {
  const [start, end] = [context.currentTime + from_ms / 1000, context.currentTime + (from_ms + for_ms) / 1000];
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = hertz;
  // A tone that starts or stops at full volume clicks.
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.25, start + 0.012);
  volume.gain.setValueAtTime(0.25, end - 0.03);
  volume.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
