import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Font } from "fontkit";

export type Weight = "regular" | "medium" | "strong";

/** For each weight, the font of Devanagari and the font of everything else. */
export type FontSet = Record<Weight, { devanagari: Font; other: Font }>;

const files: Record<Weight, { devanagari: string; other: string }> = {
  regular: { devanagari: "400Regular/NotoSansDevanagari_400Regular", other: "Geist-Regular" },
  medium: { devanagari: "500Medium/NotoSansDevanagari_500Medium", other: "Geist-Medium" },
  strong: { devanagari: "600SemiBold/NotoSansDevanagari_600SemiBold", other: "Geist-SemiBold" },
};

let loaded: Promise<FontSet> | undefined;

/** Parsed once per process, with the first document. next.config.ts copies the files into the standalone server. */
export function loadFonts(): Promise<FontSet> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<FontSet> {
  const { create } = await import("fontkit");
  const open = async (...path: string[]) =>
    create(await readFile(join(process.cwd(), "node_modules", ...path))) as Font;
  const pair = async ({ devanagari, other }: { devanagari: string; other: string }) => ({
    devanagari: await open("@expo-google-fonts", "noto-sans-devanagari", `${devanagari}.ttf`),
    other: await open("geist", "dist", "fonts", "geist-sans", `${other}.ttf`),
  });
  return {
    regular: await pair(files.regular),
    medium: await pair(files.medium),
    strong: await pair(files.strong),
  };
}
