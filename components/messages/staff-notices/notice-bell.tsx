"use client";

import { Bell } from "lucide-react";
import dynamic from "next/dynamic";
import { SkeletonRows } from "@/components/ui/data/skeleton";
import { Popover } from "@/components/ui/overlays/popover";
import type { LocaleContext } from "@/lib/client/format";
import { unreadText } from "./unread-words";
import { useUnread } from "./use-unread";

const NoticeList = dynamic(() => import("./notice-list").then((module) => module.NoticeList), {
  loading: () => <SkeletonRows rows={3} />,
});

interface NoticeBellProps {
  organization: string;
  localeContext: LocaleContext;
}

export function NoticeBell({ organization, localeContext }: NoticeBellProps) {
  const unread = useUnread(organization);
  return (
    <>
      <Popover
        label={unread > 0 ? `Notices, ${unread} unread` : "Notices"}
        iconOnly
        variant="quiet"
        align="end"
        className="nt-popup"
        trigger={
          <span className="nt-bell">
            <Bell aria-hidden="true" />
            {unread > 0 ? <b aria-hidden="true">{unread > 99 ? "99+" : unread}</b> : null}
          </span>
        }
      >
        {(close) => (
          <NoticeList organization={organization} unread={unread} localeContext={localeContext} onLeave={close} />
        )}
      </Popover>
      <span role="status" className="sr-only">
        {unread > 0 ? unreadText(unread) : null}
      </span>
    </>
  );
}
