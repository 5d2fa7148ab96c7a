"use client";

import { type ReactNode, useEffect, useState } from "react";
import { DeskClock } from "@/components/access/desk/desk-clock";
import { brandAttributes } from "@/components/layout/brand-scope";
import { DeskConnection } from "@/components/layout/desk-frame";
import { Mark } from "@/components/layout/mark";
import { SegmentedLinks } from "@/components/ui/controls/segmented-links";
import { ToastProvider } from "@/components/ui/overlays/toast";
import "./till.css";
import { type TillContext, tillHref } from "./till-context";

/** The whole screen: text of 16 pixels and more, targets of 44 and more. */
export function TillFrame({ context, children }: { context: TillContext; children: ReactNode }) {
  const { organization, name, logo, brand, location, locale, time_zone, now, canCheckIn } = context;
  const till = tillHref(context);
  return (
    <ToastProvider>
      <div className="tl-frame" {...brandAttributes(brand)}>
        <header>
          <Mark name={name} logo={logo} />
          <div className="min-w-0">
            <h1 className="truncate">{name}</h1>
            <small className="truncate">{location.name}, till</small>
          </div>
          {canCheckIn ? (
            <SegmentedLinks
              label="Desk"
              className="tl-places"
              current={till}
              items={[
                { label: "Check in", href: `/desk/${organization}` },
                { label: "Till", href: till },
              ]}
            />
          ) : null}
          <div className="tl-status">
            <DeskConnection online={useOnline()} />
            <DeskClock start={now} locale={locale} time_zone={time_zone} />
          </div>
        </header>
        {children}
      </div>
    </ToastProvider>
  );
}

function useOnline(): boolean {
  const [isOnline, setIsOnline] = useState(true);
  useEffect(() => {
    const read = () => setIsOnline(navigator.onLine);
    read();
    addEventListener("online", read);
    addEventListener("offline", read);
    return () => {
      removeEventListener("online", read);
      removeEventListener("offline", read);
    };
  }, []);
  return isOnline;
}
