"use client";

import "./styles.css";
import { useEffect, useState } from "react";
import { DeskConnection, DeskFrame } from "@/components/layout/desk-frame";
import { DeskClock } from "./desk-clock";
import { DeskMenu } from "./desk-menu";
import { DeskScreen } from "./desk-screen";
import type { DeskPlace, DeskRights, DeskStart, Verdict } from "./desk-types";

export interface DeskProps {
  place: DeskPlace;
  look: { brand: string; logo: string | null };
  locations: readonly { id: string; name: string }[];
  homeHref: string | null;
  may: DeskRights;
  start: DeskStart;
}

export function Desk({ place, look, locations, homeHref, may, start }: DeskProps) {
  const [verdict, setVerdict] = useState<Verdict["kind"] | null>(null);
  const [isOnline, setIsOnline] = useState(true);
  const { organization, location } = place;
  useOwnDocument();
  return (
    <DeskFrame
      name={organization.name}
      place={location.name}
      logo={look.logo}
      brand={look.brand}
      {...(verdict === "come_in" || verdict === "please_wait" ? { verdict } : {})}
      status={
        <>
          <DeskConnection online={isOnline} />
          <DeskMenu
            organization={organization.slug}
            location_id={location.id}
            locations={locations}
            homeHref={homeHref}
            place={{ locale: organization.locale, time_zone: location.time_zone, now: start.as_of }}
          />
          <DeskClock start={start.as_of} locale={organization.locale} time_zone={location.time_zone} />
        </>
      }
    >
      <DeskScreen place={place} may={may} start={start} onVerdict={setVerdict} onConnection={setIsOnline} />
    </DeskFrame>
  );
}

/**
 * Camera and decoder are allowed by the headers that a document was loaded with. One that began on another page has not
 * got them, so it is loaded anew.
 */
function useOwnDocument(): void {
  useEffect(() => {
    const [loaded] = performance.getEntriesByType("navigation");
    if (loaded && !new URL(loaded.name).pathname.startsWith("/desk")) window.location.reload();
  }, []);
}
