interface EmailFrameProps {
  /** The accessible name of the frame. */
  title: string;
  html: string;
  className?: string;
}

/** An email in a sandboxed frame without scripts and without navigation. */
export function EmailFrame({ title, html, className = "h-[520px]" }: EmailFrameProps) {
  return (
    <iframe
      title={title}
      srcDoc={html}
      sandbox=""
      className={`${className} w-full rounded-control border border-line bg-white`}
    />
  );
}
