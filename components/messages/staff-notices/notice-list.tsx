"use client";

import { Check, CheckCheck } from "lucide-react";
import { Button } from "@/components/ui/controls/button";
import { IconButton } from "@/components/ui/controls/icon-button";
import { Link } from "@/components/ui/controls/link";
import { Callout } from "@/components/ui/data/callout";
import { SkeletonRows } from "@/components/ui/data/skeleton";
import { formatDateTime, formatExact, type LocaleContext } from "@/lib/client/format";
import { type Notice, useNotices } from "./use-notices";

interface NoticeListProps {
  organization: string;
  unread: number;
  localeContext: LocaleContext;
  /** Called when a notice is opened, so that the list can close. */
  onLeave: () => void;
}

export function NoticeList({ organization, unread, localeContext, onLeave }: NoticeListProps) {
  const { list, mark, markAll } = useNotices(organization, unread);
  const notices = list.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <>
      <div className="flex min-h-control items-center justify-between gap-3 pb-2">
        <h2 className="font-strong text-ink">Notices</h2>
        {unread > 0 ? (
          <Button
            size="sm"
            variant="quiet"
            icon={<CheckCheck aria-hidden="true" />}
            busy={markAll.isPending}
            onClick={() => markAll.mutate()}
          >
            Mark all as read
          </Button>
        ) : null}
      </div>
      {list.error ? (
        <Callout tone="bad" role="alert">
          {list.error.message}
        </Callout>
      ) : null}
      {list.isPending ? <SkeletonRows rows={3} /> : null}
      {list.isSuccess && notices.length === 0 ? (
        <p className="py-4 text-ink-3">No notices yet. Failed messages and failed schedule runs appear here.</p>
      ) : null}
      <ul aria-label="Notices" className="divide-y divide-line">
        {notices.map((notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            localeContext={localeContext}
            onRead={() => mark.mutate({ id: notice.id, is_read: true })}
            onLeave={onLeave}
          />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button full busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()} className="mt-2">
          Load older notices
        </Button>
      ) : null}
    </>
  );
}

interface NoticeRowProps {
  notice: Notice;
  localeContext: LocaleContext;
  onRead: () => void;
  onLeave: () => void;
}

function NoticeRow({
  notice: { title, body, href, created_at, read_at },
  localeContext,
  onRead,
  onLeave,
}: NoticeRowProps) {
  const isUnread = read_at === null;
  return (
    <li className="flex items-start gap-2 py-2.5">
      <span
        className="mt-1.5 flex size-2 flex-none rounded-full data-unread:bg-brand-mark"
        data-unread={isUnread || undefined}
      >
        {isUnread ? <span className="sr-only">Unread:</span> : null}
      </span>
      <div className="min-w-0 flex-1">
        {href ? (
          <Link
            href={href}
            className="font-medium text-ink hover:underline"
            onClick={() => {
              if (isUnread) onRead();
              onLeave();
            }}
          >
            {title}
          </Link>
        ) : (
          <b className="font-medium text-ink">{title}</b>
        )}
        <p className="text-ink-2 [overflow-wrap:anywhere]">{body}</p>
        <time dateTime={created_at} title={formatExact(created_at, localeContext)} className="text-12 text-ink-3">
          {formatDateTime(created_at, localeContext)}
        </time>
      </div>
      {isUnread ? (
        <IconButton label={`Mark “${title}” as read`} icon={<Check aria-hidden="true" />} size="sm" onClick={onRead} />
      ) : null}
    </li>
  );
}
