/** File storage. Keys are `<organization id>/<kind>/<file id>.<ext>`, so that each tenant has its own folder. */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null if the file does not exist. */
  get(key: string): Promise<Buffer | null>;
  remove(key: string): Promise<void>;
};

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const keyShape = new RegExp(`^${uuid}/[a-z]+/${uuid}\\.[a-z0-9]{1,8}$`);

/** Rejects keys with user input (path traversal). */
export function checkKey(key: string): string {
  if (!keyShape.test(key)) throw new Error("A storage key must be <organization id>/<kind>/<file id>.<ext>");
  return key;
}
