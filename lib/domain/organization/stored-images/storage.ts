import { join } from "node:path";
import { env } from "@/lib/kernel/env";
import { diskStorage, type Storage } from "@/lib/providers/storage";

let storage: Storage | undefined;

export function imageStorage(): Storage {
  storage ??= diskStorage(join(env().DATA_DIR, "files"));
  return storage;
}
