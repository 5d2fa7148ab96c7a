import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "@/lib/kernel/errors";
import type { Upload } from "@/lib/kernel/upload";
import { encodingDetector, type TextEncoding } from "./parse/detect-encoding";

export type Spooled = { handle: FileHandle; encoding: TextEncoding };

/**
 * Writes an upload to a temporary file, so that a slow client holds no transaction open. The file is unlinked before this
 * resolves: closing the handle, or the end of the process, deletes it.
 */
export async function spool(upload: Upload): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), "fitflow-import-"));
  const handle = await open(join(folder, "upload.csv"), "w+", 0o600);
  await rm(folder, { recursive: true });
  const detector = encodingDetector();
  try {
    for await (const chunk of upload.stream) {
      detector.add(chunk);
      await handle.write(chunk);
    }
    const finding = detector.finding();
    if (!finding.ok) throw new Problem("malformed_body", finding.message);
    return { handle, encoding: finding.encoding };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export async function* chunksOf({ handle }: Spooled): AsyncGenerator<Uint8Array> {
  const size = 64 * 1024;
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(size), 0, size, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
