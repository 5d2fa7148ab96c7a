import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { create, type Font } from "fontkit";

export type Weight = "regular" | "medium" | "strong";

/** For each weight, the font of Devanagari and the font of everything else. */
export type FontSet = Record<Weight, { devanagari: Font; other: Font }>;

const geist = (name: string) => `node_modules/geist/dist/fonts/geist-sans/Geist-${name}.ttf`;
const noto = (folder: string) =>
  `node_modules/@expo-google-fonts/noto-sans-devanagari/${folder}/NotoSansDevanagari_${folder}.ttf`;

/** @internal next.config.ts names the same files, so that the standalone server has them. */
export const fontFiles: Record<Weight, { devanagari: string; other: string }> = {
  regular: { devanagari: noto("400Regular"), other: geist("Regular") },
  medium: { devanagari: noto("500Medium"), other: geist("Medium") },
  strong: { devanagari: noto("600SemiBold"), other: geist("SemiBold") },
};

let loaded: Promise<FontSet> | undefined;

/** Parsed once per process, with the first document. */
export function loadFonts(): Promise<FontSet> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<FontSet> {
  const open = async (file: string) => create(await readFile(join(process.cwd(), file))) as Font;
  const pair = async (weight: Weight) => ({
    devanagari: await open(fontFiles[weight].devanagari),
    other: await open(fontFiles[weight].other),
  });
  return { regular: await pair("regular"), medium: await pair("medium"), strong: await pair("strong") };
}
