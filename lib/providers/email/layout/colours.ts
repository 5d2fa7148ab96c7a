/** The minimum contrast for text in WCAG 2. */
const READABLE = 4.5;
const FALLBACK = "#0d6b68";
const DARK = "#16181d";

/** Readable shades of a gym's colour. Computed here, because mail clients do not support CSS variables. */
export function mailColours(brand: string): { fill: string; on_fill: string; link: string; link_dark: string } {
  const colour = /^#[0-9a-f]{6}$/i.test(brand) ? brand.toLowerCase() : FALLBACK;
  const is_pale = contrast(colour, DARK) > contrast(colour, "#ffffff");
  return {
    fill: is_pale ? readableShade(colour, "#ffffff", DARK) : readableShade(colour, "#000000", "#ffffff"),
    on_fill: is_pale ? DARK : "#ffffff",
    link: readableShade(colour, "#000000", "#ffffff"),
    link_dark: readableShade(colour, "#ffffff", "#1b1d22"),
  };
}

/** The shade between the colour and `end` that is nearest to the colour and readable on `ground`. */
function readableShade(colour: string, end: string, ground: string): string {
  const steps = Array.from({ length: 21 }, (_step, index) => mix(colour, end, index / 20));
  return steps.find((candidate) => contrast(candidate, ground) >= READABLE) ?? end;
}

export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(colour: string, end: string, share: number): string {
  const target = parts(end);
  const mixed = parts(colour).map((part, index) => Math.round(part + ((target[index] ?? 0) - part) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

const parts = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
