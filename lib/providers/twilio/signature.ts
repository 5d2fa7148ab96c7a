import { createHash, createHmac } from "node:crypto";
import { constantTimeEquals } from "@/lib/providers/webhook";

type SignedCall = { raw_body: string; url: string; signature: string; auth_token: string };

/** Twilio signs the called URL and all form fields. For other bodies, the URL contains a digest of the body. */
export function isSignedByTwilio({ raw_body, url, signature, auth_token }: SignedCall): boolean {
  const digest = /[?&]bodySHA256=([0-9a-f]{64})/i.exec(url)?.[1]?.toLowerCase();
  if (digest && !constantTimeEquals(createHash("sha256").update(raw_body).digest("hex"), digest)) return false;
  const fields = digest ? "" : signedFields(new URLSearchParams(raw_body));
  return urlVariants(url).some((variant) =>
    constantTimeEquals(
      createHmac("sha1", auth_token)
        .update(variant + fields)
        .digest("base64"),
      signature,
    ),
  );
}

function signedFields(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  return names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value)).join("");
}

/** Twilio may sign the URL with or without the port, and with or without browser-style escapes. */
function urlVariants(url: string): string[] {
  const escaped = URL.canParse(url) ? new URL(url).href : url;
  return [url, escaped].flatMap((address) => {
    const [, scheme = "", authority = "", rest = ""] = /^(https?):\/\/([^/?#]*)(.*)$/s.exec(address) ?? [];
    const host = authority.replace(/:\d+$/, "");
    const port = scheme === "https" ? 443 : 80;
    return [address, `${scheme}://${host}${rest}`, `${scheme}://${host}:${port}${rest}`];
  });
}
