import type { Metadata } from "next";
import { visitorCaller } from "@/app/page-caller";
import { AcceptInvitationForm } from "@/components/identity/accept-invitation-form";
import { MissingToken } from "@/components/identity/missing-token";
import { dailySteps, EntrySteps, ProductEntry } from "@/components/identity/product-entry";
import { EntryShell } from "@/components/layout/entry-shell";
import { readInvitation } from "@/lib/domain/identity";
import { Problem } from "@/lib/kernel/errors";
import { roleNames } from "@/lib/values/role-names";

export const metadata: Metadata = { title: "Join the team", referrer: "no-referrer" };

const explanations = {
  nothing: "You are signed in with the invited address.",
  password: "This address has an account. Enter its password to join.",
  new_account: "Tell us your name and choose a password.",
};

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token = "" } = await searchParams;
  const invitation = await readInvitation(await visitorCaller(), { token }).catch(worthNothing);
  const aside = <EntrySteps title="At the front desk" steps={dailySteps} />;
  if (!invitation) {
    return (
      <ProductEntry aside={aside}>
        <MissingToken>
          It has expired, was withdrawn or was used already. Ask whoever invited you to send it again.
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
      footer={<span>Runs on FitFlow Pro</span>}
    >
      <div className="flex flex-col gap-4">
        <h1>Join the team</h1>
        <p className="text-16">
          {organization.name} invites you as <b className="font-medium text-ink">{roleNames[role].toLowerCase()}</b>.{" "}
          {explanations[needs]}
        </p>
        <AcceptInvitationForm token={token} email={email} needs={needs} organization_name={organization.name} />
      </div>
    </EntryShell>
  );
}

function worthNothing(error: unknown): null {
  if (error instanceof Problem && (error.code === "link_invalid" || error.code === "invalid_input")) return null;
  throw error;
}
