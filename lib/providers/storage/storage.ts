/** Where files lie. Keys are ours: `<organization id>/<kind>/<file id>.<ext>`, so that a tenant's files are one folder. */
export type Storage = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is no such file. */
  get(key: string): Promise<Buffer | null>;
  remove(key: string): Promise<void>;
};

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const keyShape = new RegExp(`^${uuid}/[a-z]+/${uuid}\\.[a-z0-9]{1,8}$`);

/** Nothing that a person typed is ever part of a key. */
export function checkKey(key: string): string {
  if (!keyShape.test(key)) throw new Error("A storage key is made of an organization, a kind and a file id");
  return key;
}
