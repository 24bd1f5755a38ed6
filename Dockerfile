# The program on a plain Java runtime, as an account that is not root. Nothing is fetched once it runs.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY src/main src/main
RUN mvn -q -B -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 kakehashi && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin kakehashi
WORKDIR /opt/kakehashi
COPY hub LICENSE ./
COPY config config
COPY routes routes
COPY --from=build /build/target/kakehashi.jar target/kakehashi.jar
# lib: JDBC drivers of other products. var: what the hub keeps; belongs on a volume.
RUN mkdir lib && install -d -m 0700 -o 10001 -g 10001 var
VOLUME /opt/kakehashi/var
USER 10001:10001
EXPOSE 8443
ENTRYPOINT ["/opt/kakehashi/hub"]
CMD ["serve", "--role=ward"]
