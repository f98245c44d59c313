# One image for every process: web, worker and the migration step differ by command and ROLE alone.

FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install script is needed to build: the image brings Node, and the embedded PostgreSQL is for development.
RUN npm ci --ignore-scripts
COPY tsconfig.json vite.config.ts ./
COPY src ./src
RUN npm run build

# Vitest and Vite are optional peers of a library in use; without the second --omit they would come along.
FROM node:26-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:26-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json ./
COPY --from=packages /app/node_modules ./node_modules
# What draws the social cards is an optional package of sharp's, one a platform: the first stage has this one's.
COPY --from=build /app/node_modules/@img ./node_modules/@img
COPY db/migrations ./db/migrations
COPY src/assets/paper ./src/assets/paper
COPY --from=build /app/dist ./dist
USER node
EXPOSE 5080
CMD ["node", "dist/server/serve.js"]
