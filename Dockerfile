# syntax=docker/dockerfile:1

# One image for API, worker and command line. Debian slim; no shell tool is needed at run time, the file system may be read-only.
ARG NODE_IMAGE=node:22.23.3-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node stack/build.js

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# Temporal's worker brings a build for each platform, 30 MB apiece.
RUN find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -r {} +

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY cli/fourstroke.js ./cli/
COPY docker/healthy.js ./docker/
RUN ln -s /app/cli/fourstroke.js /usr/local/bin/fourstroke
# A new volume takes its owner from here.
RUN mkdir /evidence && chown 1000:1000 /evidence
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "docker/healthy.js", "http://127.0.0.1:3000/healthz"]
CMD ["node", "dist/api/main.js"]
