import type { Metadata } from "next";
import { MissingToken } from "@/components/identity/missing-token";
import { dailySteps, EntrySteps, ProductEntry } from "@/components/identity/product-entry";
import { ResetPasswordForm } from "@/components/identity/reset-password-form";
import { TextLink } from "@/components/ui/controls/text-link";

export const metadata: Metadata = { title: "Reset your password", referrer: "no-referrer" };

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  return (
    <ProductEntry aside={<EntrySteps title="At the front desk" steps={dailySteps} />}>
      {typeof token === "string" && token ? (
        <ResetPasswordForm token={token} />
      ) : (
        <MissingToken>
          Open the link in the e-mail again, or <TextLink href="/forgot-password">request a new one</TextLink>.
        </MissingToken>
      )}
    </ProductEntry>
  );
}
