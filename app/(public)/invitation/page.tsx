import type { Metadata } from "next";
import { nullIfInvalid } from "@/app/null-if-invalid";
import { visitorCaller } from "@/app/page-caller";
import { AcceptInvitationForm } from "@/components/identity/accept-invitation-form";
import { MissingToken } from "@/components/identity/missing-token";
import { dailySteps, EntrySteps, ProductEntry } from "@/components/identity/product-entry";
import { EntryShell } from "@/components/layout/entry-shell";
import { readInvitation } from "@/lib/domain/identity";
import { roleNames } from "@/lib/values/role-names";

export const metadata: Metadata = { title: "Join the team", referrer: "no-referrer" };

const explanations = {
  nothing: "You are signed in with the invited e-mail address.",
  password: "This e-mail address already has an account. Enter its password to join.",
  new_account: "Enter your name and choose a password.",
};

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const invitation = await readInvitation(await visitorCaller(), { token }).catch(nullIfInvalid);
  const aside = <EntrySteps title="At the front desk" steps={dailySteps} />;
  if (!invitation) {
    return (
      <ProductEntry aside={aside}>
        <MissingToken>
          The invitation has expired, was revoked or was already used. Ask the person who invited you to resend it.
        </MissingToken>
      </ProductEntry>
    );
  }
  const { organization, role, email, needs } = invitation;
  return (
    <EntryShell
      name={organization.name}
      homeHref="/"
      brand={organization.brand_color}
      aside={aside}
      footer={<span>Powered by FitFlow Pro</span>}
    >
      <div className="flex flex-col gap-4">
        <h1>Join the team</h1>
        <p className="text-16">
          {organization.name} invited you to join as{" "}
          <b className="font-medium text-ink">{roleNames[role].toLowerCase()}</b>. {explanations[needs]}
        </p>
        <AcceptInvitationForm token={token} email={email} needs={needs} organization_name={organization.name} />
      </div>
    </EntryShell>
  );
}
