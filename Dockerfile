# The bot as an image: Node 26, no build step, no developer's tools, a user without rights.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

FROM node:26-slim
ENV NODE_ENV=production HTTP_HOST=0.0.0.0 SOURCEBOOK_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json package-lock.json ./
COPY src ./src
# The folders that are written to. The cache has what the search reads from a base, and compiled code; filled here, so that the first start is quick.
# /data has the embedded store and backups.
RUN mkdir -p node_modules/.cache /data && chown node:node node_modules/.cache /data
VOLUME /data
USER node
RUN node --import ./src/fast-start.mjs src/index.ts ask "drones" > /dev/null
# Not through npm, so that SIGTERM reaches the program.
CMD ["node", "--max-semi-space-size=64", "--liftoff-only", "--import", "./src/fast-start.mjs", "src/index.ts"]
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPS_PORT || 9464}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
