package dev.supportpulse.localstack.samples;

import java.util.Map;

/**
 * Reference data of a project: the body of {@code PUT /v1/projects/{project}/{resource}}.
 *
 * @param resource such as {@code baseline} or {@code rate-card}
 */
record ReferenceData(String project, String resource, Map<String, Object> body) {}
