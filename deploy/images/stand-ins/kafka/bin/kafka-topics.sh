#!/usr/bin/env bash
exec "$(dirname "${BASH_SOURCE[0]}")/class" org.apache.kafka.tools.TopicCommand "$@"
