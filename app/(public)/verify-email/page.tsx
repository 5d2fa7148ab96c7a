import type { Metadata } from "next";
import { MissingToken } from "@/components/identity/missing-token";
import { EntrySteps, firstSteps, ProductEntry } from "@/components/identity/product-entry";
import { VerifyEmailForm } from "@/components/identity/verify-email-form";
import { TextLink } from "@/components/ui/controls/text-link";

export const metadata: Metadata = { title: "Verify your e-mail", referrer: "no-referrer" };

export default async function VerifyEmailPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  return (
    <ProductEntry aside={<EntrySteps title="Three steps to the first check-in" steps={firstSteps} />}>
      {typeof token === "string" && token ? (
        <VerifyEmailForm token={token} />
      ) : (
        <MissingToken>
          Open the link in the e-mail again, or <TextLink href="/sign-up">sign up again</TextLink>.
        </MissingToken>
      )}
    </ProductEntry>
  );
}
