export type Cron = {
  time_zone: string;
  minutes: number[];
  hours: number[];
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  /** 0 is Sunday. */
  weekdays: ReadonlySet<number>;
  /** If both day and weekday are given, a date matches if either matches. */
  is_any_day: boolean;
  is_any_weekday: boolean;
  is_any_hour: boolean;
};

const names = {
  months: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  weekdays: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
};

/** Five fields, optionally with the prefix `TZ=Area/City `. The default is UTC. */
export function parseCron(text: string): Cron {
  const [, time_zone = "UTC", rest = ""] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/.exec(text.trim()) ?? [];
  checkZone(time_zone);
  const fields = rest.trim().split(/\s+/);
  if (fields.length !== 5) throw new Error(`needs five fields and has ${rest ? fields.length : 0}`);
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  const hours = fieldOf(hour, 0, 23);
  return {
    time_zone,
    minutes: [...fieldOf(minute, 0, 59)].sort((a, b) => a - b),
    hours: [...hours].sort((a, b) => a - b),
    days: fieldOf(day, 1, 31),
    months: fieldOf(month, 1, 12, names.months, 1),
    weekdays: new Set([...fieldOf(weekday, 0, 7, names.weekdays, 0)].map((value) => value % 7)),
    is_any_day: day.startsWith("*"),
    is_any_weekday: weekday.startsWith("*"),
    is_any_hour: hours.size === 24,
  };
}

function checkZone(time_zone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone: time_zone });
  } catch {
    throw new Error(`names the time zone ${time_zone}, which does not exist`);
  }
}

function fieldOf(text: string, low: number, high: number, words: string[] = [], base = 0): Set<number> {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const [, range = "", step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const by = step === undefined ? 1 : Number(step);
    const [from, to] = boundsOf(range, { low, high, is_stepped: step !== undefined, words, base });
    if (by < 1 || from === undefined || to === undefined || from < low || to > high || from > to) {
      throw new Error(`has the field \`${text}\`, which is none of ${low} to ${high}`);
    }
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return values;
}

type Bounds = { low: number; high: number; is_stepped: boolean; words: string[]; base: number };

function boundsOf(range: string, { low, high, is_stepped, words, base }: Bounds): (number | undefined)[] {
  if (range === "*") return [low, high];
  const [first = "", last] = range.split("-");
  const numberOf = (word: string) => {
    if (/^\d+$/.test(word)) return Number(word);
    const at = words.indexOf(word.toLowerCase());
    return at < 0 ? undefined : at + base;
  };
  const from = numberOf(first);
  if (last !== undefined) return [from, numberOf(last)];
  return [from, is_stepped ? high : from];
}
