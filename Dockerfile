# The service: locked dependencies in one stage, no compiler and no root in the other.
FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 python3-venv ca-certificates
RUN python3 -m venv /uv && /uv/bin/pip install --no-cache-dir uv==0.13.9
WORKDIR /app
COPY pyproject.toml uv.lock README.md LICENSE ./
COPY intake intake
COPY parsers parsers
COPY storage storage
ENV UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1
RUN /uv/bin/uv sync --frozen --no-dev --no-editable

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3 ca-certificates tzdata \
        tesseract-ocr tesseract-ocr-tha tesseract-ocr-eng \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/saraban --create-home saraban
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH INTAKE_HOME=/var/lib/saraban
USER saraban
VOLUME /var/lib/saraban
EXPOSE 8025
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=30s --start-period=20s CMD ["intake", "doctor"]
ENTRYPOINT ["intake"]
CMD ["serve"]
