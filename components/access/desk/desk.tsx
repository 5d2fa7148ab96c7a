"use client";

import "./styles.css";
import { useEffect, useState } from "react";
import { DeskConnection, DeskFrame } from "@/components/layout/desk-frame";
import { DeskClock } from "./desk-clock";
import { DeskMenu } from "./desk-menu";
import { DeskScreen } from "./desk-screen";
import type { DeskContext, DeskInitialData, DeskRights, EntryResult } from "./desk-types";

export interface DeskProps {
  context: DeskContext;
  look: { brand: string; logo: string | null };
  locations: readonly { id: string; name: string }[];
  homeHref: string | null;
  may: DeskRights;
  initial: DeskInitialData;
}

export function Desk({ context, look, locations, homeHref, may, initial }: DeskProps) {
  const [result, setResult] = useState<EntryResult["kind"] | null>(null);
  const [isOnline, setIsOnline] = useState(true);
  const { organization, location } = context;
  useDeskDocument();
  return (
    <DeskFrame
      name={organization.name}
      subtitle={location.name}
      logo={look.logo}
      brand={look.brand}
      {...(result === "admitted" || result === "denied" ? { outcome: result } : {})}
      status={
        <>
          <DeskConnection online={isOnline} />
          <DeskMenu
            organization={organization.slug}
            location_id={location.id}
            locations={locations}
            homeHref={homeHref}
            localeContext={{ locale: organization.locale, time_zone: location.time_zone, now: initial.as_of }}
          />
          <DeskClock start={initial.as_of} locale={organization.locale} time_zone={location.time_zone} />
        </>
      }
    >
      <DeskScreen context={context} may={may} initial={initial} onResult={setResult} onConnection={setIsOnline} />
    </DeskFrame>
  );
}

/**
 * The headers of the desk document allow the camera and the decoder. After a client-side navigation from another page the
 * document has other headers, so the page is reloaded.
 */
function useDeskDocument(): void {
  useEffect(() => {
    const [loaded] = performance.getEntriesByType("navigation");
    if (loaded && !new URL(loaded.name).pathname.startsWith("/desk")) window.location.reload();
  }, []);
}
