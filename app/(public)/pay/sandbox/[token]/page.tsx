import type { Metadata } from "next";
import { visitorCaller } from "@/app/page-caller";
import { BankQuestion } from "@/components/gateways/sandbox/bank-question";
import { MissingToken } from "@/components/identity/missing-token";
import { ProductEntry } from "@/components/identity/product-entry";
import { EntryShell } from "@/components/layout/entry-shell";
import { TextLink } from "@/components/ui/controls/text-link";
import { readSandboxCheckout } from "@/lib/domain/gateways/sandbox";
import { Problem } from "@/lib/kernel/errors";
import { formatMoney } from "@/lib/values/money";

export const metadata: Metadata = { title: "Your bank asks", referrer: "no-referrer", robots: { index: false } };

/** Plays the page on which a bank asks the payer to confirm. A GET request changes nothing. */
export default async function SandboxBankPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const checkout = await readSandboxCheckout(await visitorCaller(), { token }).catch(nullIfInvalid);
  if (!checkout) {
    return (
      <ProductEntry aside={null}>
        <MissingToken>This page is not complete. Go back to the bill and begin again.</MissingToken>
      </ProductEntry>
    );
  }
  const { gym_name, brand_color, amount_minor, currency, description, challenge_path, return_path } = checkout;
  return (
    <EntryShell name={gym_name} homeHref="/" brand={brand_color} footer={<span>Test page of the payment sandbox</span>}>
      {challenge_path ? (
        <BankQuestion
          token={token}
          gym_name={gym_name}
          amount={amount_minor === null ? null : formatMoney(amount_minor, currency, "en")}
          description={description}
        />
      ) : (
        <div className="flex flex-col gap-4">
          <h1>Your bank asks nothing more</h1>
          <p className="text-16">This was answered already.</p>
          <TextLink href={return_path}>Go back</TextLink>
        </div>
      )}
    </EntryShell>
  );
}

function nullIfInvalid(error: unknown): null {
  if (error instanceof Problem && (error.code === "link_invalid" || error.code === "invalid_input")) return null;
  throw error;
}
