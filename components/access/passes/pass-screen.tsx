"use client";

import { useQuery } from "@tanstack/react-query";
import { Callout } from "@/components/ui/data/callout";
import { api } from "@/lib/client/api";
import { getOwnProfile } from "@/lib/client/endpoints/me";
import type { LocaleContext } from "@/lib/client/format";
import { BlockedPass } from "./blocked-pass";
import { CurrentOccupancy } from "./current-occupancy";
import { entryState } from "./entry-state";
import type { OwnPasses } from "./pass-at";
import { PassCode } from "./pass-code";
import { type OwnProfile, passFacts } from "./pass-facts";
import { WalletCard } from "./wallet-card";

interface PassScreenProps {
  organization: { slug: string; name: string; logo: string | null };
  localeContext: LocaleContext;
  profile: OwnProfile;
  passes: OwnPasses;
  /** The locations with access, such as "All locations". */
  access: string;
  typical: number | null;
}

const refetchMs = 15_000;

/** The pass with the current entry decision, refreshed every 15 seconds. */
export function PassScreen({
  organization,
  localeContext,
  profile: initial,
  passes,
  access,
  typical,
}: PassScreenProps) {
  const { slug } = organization;
  const { data: profile } = useQuery({
    queryKey: ["me", slug, "profile"],
    queryFn: ({ signal }) => api(getOwnProfile, {}, { organization: slug, signal }),
    initialData: initial,
    refetchInterval: refetchMs,
    refetchOnMount: "always",
  });
  const { entry } = profile;
  const state = entryState(entry.reason);
  const code = <PassCode organization={slug} initial={passes} />;
  return (
    <>
      {state === "not_now" ? (
        <Callout tone="warn" title={entry.title} className="mb-3 text-14">
          {entry.tell_member}
        </Callout>
      ) : null}
      <WalletCard
        gym={organization.name}
        logo={organization.logo}
        access={access}
        facts={passFacts(profile, localeContext)}
      >
        {state === "blocked" && entry.reason ? (
          <BlockedPass reason={entry.reason} title={entry.title} tell_member={entry.tell_member}>
            {code}
          </BlockedPass>
        ) : (
          code
        )}
      </WalletCard>
      {entry.notes.length > 0 ? (
        <Callout className="mt-3 text-14">
          <ul>
            {entry.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <CurrentOccupancy profile={profile} locale={localeContext.locale} typical={typical} />
    </>
  );
}
