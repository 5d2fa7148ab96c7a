import type { Metadata } from "next";
import { nullIfInvalid } from "@/app/null-if-invalid";
import { visitorCaller } from "@/app/page-caller";
import { MemberInvitationForm } from "@/components/identity/member-invitation-form";
import { MissingToken } from "@/components/identity/missing-token";
import { EntrySteps, memberSteps, ProductEntry } from "@/components/identity/product-entry";
import { EntryShell } from "@/components/layout/entry-shell";
import { logoOf } from "@/components/layout/logo";
import { TextLink } from "@/components/ui/controls/text-link";
import { readMemberInvitation } from "@/lib/domain/identity/member-invitations";

export const metadata: Metadata = { title: "Your page", referrer: "no-referrer" };

export default async function MemberInvitationPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const invitation = await readMemberInvitation(await visitorCaller(), { token }).catch(nullIfInvalid);
  const aside = <EntrySteps title="On your phone" steps={memberSteps} />;
  if (!invitation) {
    return (
      <ProductEntry aside={aside}>
        <MissingToken>
          The invitation has expired, was replaced by a newer one, or was already used. If your gym knows your e-mail
          address, <TextLink href="/sign-in/email">sign in by e-mail</TextLink>. Otherwise ask at the front desk.
        </MissingToken>
      </ProductEntry>
    );
  }
  const { organization, kind, first_name, email, needs, signed_in_as } = invitation;
  return (
    <EntryShell
      name={organization.name}
      homeHref="/"
      brand={organization.brand_color}
      logo={logoOf(organization)}
      aside={aside}
      footer={<span>Powered by FitFlow Pro</span>}
    >
      <div className="flex flex-col gap-4">
        <h1>{kind === "own" ? `Hello, ${first_name}` : `The page of ${first_name}`}</h1>
        <p className="text-16">
          {kind === "own"
            ? `${organization.name} has a page for you: your pass for the door, your membership, your visits and your invoices.`
            : `As the guardian you see the pass, the membership, the visits and the invoices of ${first_name} at ${organization.name}.`}
        </p>
        <MemberInvitationForm
          token={token}
          email={email}
          needs={needs}
          signed_in_as={signed_in_as}
          organization_name={organization.name}
        />
      </div>
    </EntryShell>
  );
}
