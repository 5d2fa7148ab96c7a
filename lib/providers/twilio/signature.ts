import { createHash, createHmac } from "node:crypto";
import { isSame } from "@/lib/providers/webhook";

type SignedCall = { raw_body: string; url: string; signature: string; auth_token: string };

/** Twilio signs the address it called and every field of the form; of any other body, a digest that stands in the address. */
export function isSignedByTwilio({ raw_body, url, signature, auth_token }: SignedCall): boolean {
  const digest = /[?&]bodySHA256=([0-9a-f]{64})/i.exec(url)?.[1]?.toLowerCase();
  if (digest && !isSame(createHash("sha256").update(raw_body).digest("hex"), digest)) return false;
  const fields = digest ? "" : signedFields(new URLSearchParams(raw_body));
  return spellings(url).some((spelling) =>
    isSame(
      createHmac("sha1", auth_token)
        .update(spelling + fields)
        .digest("base64"),
      signature,
    ),
  );
}

function signedFields(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  return names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value)).join("");
}

/** Twilio writes the port or leaves it out, and escapes what browsers escape, whatever address it was given. */
function spellings(url: string): string[] {
  const escaped = URL.canParse(url) ? new URL(url).href : url;
  return [url, escaped].flatMap((address) => {
    const [, scheme = "", authority = "", rest = ""] = /^(https?):\/\/([^/?#]*)(.*)$/s.exec(address) ?? [];
    const host = authority.replace(/:\d+$/, "");
    const port = scheme === "https" ? 443 : 80;
    return [address, `${scheme}://${host}${rest}`, `${scheme}://${host}:${port}${rest}`];
  });
}
