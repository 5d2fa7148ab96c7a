import type { Contract, Input, Output } from "@/lib/contracts/contract";
import { addressOf, type CallTerms, headersOf, once, refusalOf, unreachable } from "./api";

type UploadTerms = CallTerms & { body: Blob; onProgress: (share: number) => void };

/** Like api(), for a raw body that takes a while: fetch() does not tell how much of it has left. */
export function upload<C extends Contract>(contract: C, input: Input<C>, terms: UploadTerms): Promise<Output<C>> {
  return once(contract, input, terms, (keyed) => transfer(contract, input, keyed));
}

function transfer<C extends Contract>(
  contract: C,
  input: Input<C>,
  { onProgress, ...terms }: UploadTerms,
): Promise<Output<C>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(contract.method, addressOf(contract, input as Record<string, unknown>));
    for (const [name, value] of Object.entries(headersOf(contract, terms))) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const document = read(request.responseText);
      if (request.status < 200 || request.status >= 300) reject(refusalOf(request.status, document ?? {}));
      else if (document === null) reject(unreachable());
      else resolve(document as Output<C>);
    };
    request.onabort = () => reject(new DOMException("The upload was stopped.", "AbortError"));
    terms.signal?.addEventListener("abort", () => request.abort());
    request.send(terms.body);
  });
}

function read(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
