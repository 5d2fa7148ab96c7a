import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.env.PUBLIC_DATA ?? "../shared/data";

/** Public data sets, which the repository does not contain. A test that needs a missing one is skipped, and its name says so. */
export const needsPublicData = (path: string): { skip: boolean; note: string } => ({
  skip: !existsSync(join(root, path)),
  note: `(skipped without the public data ${path})`,
});

export const publicJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(join(root, path), "utf8"));

export const publicBytes = (path: string): Uint8Array => readFileSync(join(root, path));

export const publicFiles = (path: string): string[] => readdirSync(join(root, path));
