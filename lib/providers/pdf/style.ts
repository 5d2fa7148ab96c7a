import type { Weight } from "./fonts";

export type TextStyle = { size: number; leading: number; weight: Weight; color: string };

export const ink = "#151a1f";
const body = "#3e4349";
const quiet = "#60656b";

export const hairline = "#e5e4e1";
export const rule = { hair: 0.5, strong: 0.75 };

/** One scale, in points. */
export const type = {
  title: { size: 19, leading: 24, weight: "strong", color: ink },
  amount: { size: 28, leading: 34, weight: "strong", color: ink },
  name: { size: 9.5, leading: 14, weight: "strong", color: ink },
  due: { size: 11, leading: 16, weight: "strong", color: ink },
  value: { size: 9.5, leading: 14, weight: "regular", color: ink },
  work: { size: 9.5, leading: 14, weight: "regular", color: body },
  item: { size: 9.5, leading: 14, weight: "medium", color: ink },
  total: { size: 9.5, leading: 14, weight: "strong", color: ink },
  label: { size: 9.5, leading: 14, weight: "regular", color: quiet },
  caption: { size: 8.5, leading: 12, weight: "regular", color: quiet },
  head: { size: 8.5, leading: 12, weight: "medium", color: quiet },
} satisfies Record<string, TextStyle>;

export const space = { xs: 4, s: 8, m: 12, l: 16, xl: 24 };
