# The application alone, as the unprivileged user `node`. It needs a PostgreSQL (DATABASE_URL); see docker-compose.yml.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
# `next build` does not check types here (next.config.ts).
RUN npx tsc --noEmit
RUN npx next build
# The entry migrates before the server starts; bundled, it needs no package beside the server's own.
RUN npx esbuild scripts/container/entry.ts --bundle --platform=node --target=node20 --format=cjs \
    --external:pg-native --external:./processes/start.mjs --outfile=.next/standalone/entry.cjs
RUN mkdir -p public && rm -f .next/standalone/.env*

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production PORT=3000 HOSTNAME=0.0.0.0 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
COPY --from=build --chown=node:node /app/public ./public
COPY --from=build --chown=node:node /app/scripts/processes ./processes
COPY --from=build --chown=node:node /app/db/migrations ./db/migrations
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "entry.cjs"]
