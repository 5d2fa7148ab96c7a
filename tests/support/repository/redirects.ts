import { readSources, type Source, withoutComments } from "@/tests/support/repository/walls/source";

const sinks = new RegExp(
  [
    /(?<![\w.])(?:redirect|permanentRedirect)\(/,
    /Response\.redirect\(/,
    /\brouter\.(?:push|replace)\(/,
    /\blocation\.(?:assign|replace)\(/,
    /\bwindow\.open\(|\bopenWindow\(|\bnavigation\.navigate\(/,
    /\b(?:window|document|globalThis|self)\.location = |\blocation\.href = /,
    /\bheaders\.(?:set|append)\("location", |\bheaders: \{ location \}|["']?\blocation["']?: (?=new URL)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gi",
);

/** `/word…` as text: no part that varies can name another site. */
const isFixed = (argument: string) => /^["'`]\/[a-z]/.test(argument);

export type Redirect = { path: string; argument: string };

/** Every place of the product that sends a browser to an address which is not written there; `${x}` is shown as `{x}`. */
export function openRedirects(sources: readonly Source[] = readSources()): Redirect[] {
  return sources
    .filter(({ path }) => /^(app|components|lib|inngest)\/|^proxy\.ts$/.test(path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text);
      return Array.from(code.matchAll(sinks), ({ 0: sink, index }) => ({
        path,
        argument: sink.endsWith("}") ? sink : firstArgument(code.slice(index + sink.length)),
      }));
    })
    .filter(({ argument }) => !isFixed(argument))
    .map(({ path, argument }) => ({ path, argument: argument.replaceAll("${", "{") }));
}

/** Up to the comma or bracket that ends it. */
function firstArgument(text: string): string {
  let depth = 0;
  let quote = "";
  for (const [index, sign] of Array.from(text).entries()) {
    if (quote) {
      if (sign === quote) quote = "";
    } else if (/["'`]/.test(sign)) quote = sign;
    else if (/[([{]/.test(sign)) depth += 1;
    else if (/[)\]}]/.test(sign)) depth -= 1;
    if (depth < 0 || (depth === 0 && !quote && /[,;]/.test(sign))) return text.slice(0, index).trim();
  }
  return text.trim();
}
