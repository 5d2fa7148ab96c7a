/** "1 member", "12 members"; with a locale "1,284 members". The one place where texts choose between one and many. */
export const counted = (count: number, one: string, many = `${one}s`, locale?: string): string =>
  `${locale ? new Intl.NumberFormat(locale).format(count) : count} ${count === 1 ? one : many}`;
