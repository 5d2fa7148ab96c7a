import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { visitorCaller } from "@/app/page-caller";
import { nextAddress } from "@/components/identity/next-address";
import { dailySteps, EntrySteps } from "@/components/identity/product-entry";
import { SignInForm } from "@/components/identity/sign-in-form";
import { EntryShell } from "@/components/layout/entry-shell";
import { logoOf } from "@/components/layout/logo";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { readGymCard } from "@/lib/domain/identity";
import { demoSignIn } from "@/lib/kernel/demo";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string; org?: string; notice?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: requestedNext, org, notice } = await searchParams;
  const next = nextAddress(requestedNext);
  const caller = await visitorCaller();
  if (caller.actor.type === "user") redirect(next ?? "/switch");
  const gym = typeof org === "string" ? await readGymCard(caller, { slug: org }).catch(() => null) : null;
  return (
    <EntryShell
      name={gym?.name ?? "FitFlow Pro"}
      homeHref="/"
      brand={gym?.brand_color}
      logo={gym && logoOf(gym)}
      aside={<EntrySteps title="At the front desk" steps={dailySteps} />}
      footer={gym ? <span>Powered by FitFlow Pro</span> : <TextLink href="/docs">API reference</TextLink>}
    >
      <div className="flex flex-col gap-4">
        <h1>Sign in</h1>
        {notice === "password_changed" ? (
          <Callout tone="good" role="status">
            Your password was changed. Sign in with the new one.
          </Callout>
        ) : null}
        <SignInForm next={next} demo={gym ? null : demoSignIn()} />
        {gym ? null : (
          <p className="text-center text-14">
            New to FitFlow Pro? <TextLink href="/sign-up">Create your gym</TextLink>
          </p>
        )}
      </div>
    </EntryShell>
  );
}
