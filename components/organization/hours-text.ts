import { formatClock } from "@/lib/client/format";
import { type OpeningHours, weekdays } from "@/lib/values/opening-hours";

const short = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** Opening hours in words. Adjacent days with equal hours are grouped: "Mon–Fri 6:00 am–10:00 pm, Sat 24 hours". */
export function hoursText(hours: OpeningHours, locale: string): string {
  const groups: { from: number; to: number; text: string }[] = [];
  weekdays.forEach((day, index) => {
    const text = dayWords(hours[day], locale);
    const last = groups.at(-1);
    if (last?.text === text) last.to = index;
    else groups.push({ from: index, to: index, text });
  });
  const open = groups.filter(({ text }) => text !== "");
  if (open.length === 0) return "Closed all week";
  const [only] = open;
  if (only && only.from === 0 && only.to === 6)
    return only.text === "24 hours" ? "Open 24 hours, every day" : `Every day ${only.text}`;
  return open
    .map(({ from, to, text }) => `${from === to ? short[from] : `${short[from]}–${short[to]}`} ${text}`)
    .join(", ");
}

function dayWords(hours: OpeningHours[(typeof weekdays)[number]], locale: string): string {
  if (hours === "24h") return "24 hours";
  return (hours ?? [])
    .map(({ opens, closes }) => `${formatClock(opens, locale)}–${formatClock(closes, locale)}`)
    .join(" and ");
}
