import type { Metadata } from "next";
import { nullIfInvalid } from "@/app/null-if-invalid";
import { visitorCaller } from "@/app/page-caller";
import { LinkSignInForm } from "@/components/identity/link-sign-in-form";
import { MissingToken } from "@/components/identity/missing-token";
import { dailySteps, EntrySteps, ProductEntry } from "@/components/identity/product-entry";
import { TextLink } from "@/components/ui/controls/text-link";
import { readSignInLink } from "@/lib/domain/identity";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

/** Opening the page uses nothing up, because mail scanners open links. */
export default async function SignInLinkPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const link = await readSignInLink(await visitorCaller(), { token }).catch(nullIfInvalid);
  return (
    <ProductEntry aside={<EntrySteps title="At the front desk" steps={dailySteps} />}>
      {link ? (
        <LinkSignInForm token={token} email={link.email} />
      ) : (
        <MissingToken>
          The link has expired or was already used. <TextLink href="/sign-in/email">Request a new one</TextLink>.
        </MissingToken>
      )}
    </ProductEntry>
  );
}
