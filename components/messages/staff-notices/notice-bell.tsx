"use client";

import { Bell } from "lucide-react";
import dynamic from "next/dynamic";
import { SkeletonRows } from "@/components/ui/data/skeleton";
import { Popover } from "@/components/ui/overlays/popover";
import type { Place } from "@/lib/client/format";
import { unreadWords } from "./unread-words";
import { useUnread } from "./use-unread";

const NoticeList = dynamic(() => import("./notice-list").then((module) => module.NoticeList), {
  loading: () => <SkeletonRows rows={3} />,
});

interface NoticeBellProps {
  organization: string;
  place: Place;
}

export function NoticeBell({ organization, place }: NoticeBellProps) {
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
        {(close) => <NoticeList organization={organization} unread={unread} place={place} onLeave={close} />}
      </Popover>
      <span role="status" className="sr-only">
        {unread > 0 ? unreadWords(unread) : null}
      </span>
    </>
  );
}
