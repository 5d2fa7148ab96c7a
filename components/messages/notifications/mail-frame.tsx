interface MailFrameProps {
  /** What the mail is about, for who cannot see the frame. */
  title: string;
  html: string;
  className?: string;
}

/** A mail as its reader sees it. Nothing in it runs, and no link leads anywhere: it is only looked at. */
export function MailFrame({ title, html, className = "h-[520px]" }: MailFrameProps) {
  return (
    <iframe
      title={title}
      srcDoc={html}
      sandbox=""
      className={`${className} w-full rounded-control border border-line bg-white`}
    />
  );
}
