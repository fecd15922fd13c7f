BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-SfEmulator
    $org | Connect-Sf
    $org | Stop-SfEmulator
    # These are tried again for some seconds; the other tests run meanwhile.
    $signingIn = New-Shell { Connect-Sf -LoginUrl $org.LoginUrl -ClientId a -ClientSecret $org.ClientSecret } @{ org = $org }
    $inserting = New-Shell { New-SfRecord User @{ LastName = 'a' } } @{}
    $trying = $signingIn.BeginInvoke(), $inserting.BeginInvoke()

    $gone = $org.LoginUrl
    $org = Start-TestOrg
    function Get-Name { (Invoke-SfQuery 'SELECT Name FROM Account ORDER BY Name').Name }
    function Get-Status([string] $Operation) { (Get-OrgRequest | Where-Object { $_.soapOperation -eq $Operation -or $_.path -like "*$Operation*" }).status }
}

AfterAll {
    $signingIn, $inserting | ForEach-Object Dispose
    Stop-SfEmulator $org
}

Describe 'Faults of the connection' {
    BeforeEach { Reset-TestOrg }

    Context 'Insert' {
        It 'ServerUnavailable_IsRetriedWithoutDuplicates' {
            Set-OrgFault @{ match = 'create'; status = 503 }

            1..3 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account | Should -HaveCount 3

            Get-Name | Should -Be 'A1', 'A2', 'A3'
            Get-Status create | Should -Be 503, 200
        }

        It 'TooManyRequests_IsRetried' {
            Set-OrgFault @{ match = 'create'; status = 429; retryAfter = 1 }

            New-SfRecord Account @{ Name = 'a' } | Should -HaveCount 1

            Get-Status create | Should -Be 429, 200
        }

        It 'AnswerLost_IsOutcomeUnknownAndNotRepeated' {
            Set-OrgFault @{ match = 'create'; closeConnection = 'after' }
            $sources = @{ Name = 'a' }, @{ Name = 'b' }

            $sources | New-SfRecord Account -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

            $bad.TargetObject | Should -Be $sources
            $bad.FullyQualifiedErrorId | Should -BeLike 'OutcomeUnknown,*'
            $bad.CategoryInfo.Category | Should -Be 'ConnectionError', 'ConnectionError'
            Get-OrgWrite | Should -HaveCount 1
            Get-Name | Should -Be 'a', 'b'
        }

        It 'ConnectionClosedBeforeProcessing_IsOutcomeUnknownToo' {
            Set-OrgFault @{ match = 'create'; closeConnection = 'before' }

            New-SfRecord Account @{ Name = 'a' } -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad.FullyQualifiedErrorId | Should -BeLike 'OutcomeUnknown,*'
            Get-Name | Should -BeNullOrEmpty
        }

        It 'OneBatchLost_OthersStillHaveTheirResults' {
            Set-OrgFault @{ match = 'create'; closeConnection = 'after' }

            $results = 1..6 | ForEach-Object { @{ Name = "A$_" } } |
                New-SfRecord Account -BatchSize 2 -ErrorAction SilentlyContinue -ErrorVariable bad

            $bad.TargetObject.Name | Should -Be 'A1', 'A2'
            $results.InputObject.Name | Should -Be 'A3', 'A4', 'A5', 'A6'
        }
    }

    Context 'RepeatableWrite' {
        It 'UpsertByExternalIdWithLostAnswer_IsRepeated' {
            Set-OrgFault @{ match = 'upsert'; closeConnection = 'after' }

            $results = @{ Name = 'a'; Key__c = '1' }, @{ Name = 'b'; Key__c = '2' } | Set-SfRecord Account -ExternalIdField Key__c

            $results | Should -HaveCount 2
            Get-OrgWrite | Should -Be 'upsert', 'upsert'
            Get-Name | Should -Be 'a', 'b'
        }

        It 'UpdateWithLostAnswer_IsRepeated' {
            $account = New-SfRecord Account @{ Name = 'a' } -PassThru
            Set-OrgFault @{ match = 'update'; closeConnection = 'after' }

            Set-SfRecord Account @{ Id = $account.Id; Name = 'b' } | Should -HaveCount 1

            Get-Name | Should -Be 'b'
        }

        It 'DeleteWithLostAnswer_IsRepeatedAndSucceeds' {
            $account = New-SfRecord Account @{ Name = 'a' } -PassThru
            Set-OrgFault @{ match = 'delete'; closeConnection = 'after' }

            $account | Remove-SfRecord | Should -HaveCount 1

            Get-OrgWrite | Should -Be 'create', 'delete', 'delete'
        }
    }

    Context 'Query' {
        It 'PageWithLostAnswer_IsRepeatedWithoutDuplicates' {
            1..450 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account | Out-Null
            Set-OrgFault @{ match = '/query/'; closeConnection = 'after' }, @{ match = '/query?'; status = 503 }

            $ids = (Invoke-SfQuery 'SELECT Id FROM Account' -BatchSize 200).Id

            $ids.Count | Should -Be 450
            ($ids | Select-Object -Unique).Count | Should -Be 450
        }

        It 'DailyLimitReached_IsNotRetried' {
            Set-OrgFault @{ match = '/query'; status = 403 }

            { Invoke-SfQuery 'SELECT Id FROM Account' -ErrorAction Stop } | Should -Throw -ErrorId 'RequestLimitExceeded,*'

            Get-Status query | Should -Be 403
            $Error[0].CategoryInfo.Category | Should -Be LimitsExceeded
            $Error[0].TargetObject | Should -Be 'SELECT Id FROM Account'
            $Error[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
    }

    Context 'Session' {
        It 'SessionExpired_IsRenewedOnceAndTheCallRepeated' {
            Invoke-OrgControl Post expire-sessions

            New-SfRecord Account @{ Name = 'a' } | Should -HaveCount 1

            (Get-OrgRequest | Where-Object path -EQ '/services/oauth2/token').Count | Should -Be 1
            Get-Name | Should -Be 'a'
        }

        It 'SessionRefusedAgainAfterRenewal_EndsAndDoesNotLoop' {
            Set-OrgFault @{ match = '/query'; status = 401; count = 99 }

            { Invoke-SfQuery 'SELECT Id FROM Account' -ErrorAction Stop } | Should -Throw -ErrorId 'SignInRefused,*'

            Get-Status query | Should -Be 401, 401
            $Error[0].CategoryInfo.Category | Should -Be AuthenticationError
        }
    }

    Context 'OrgThatIsGone' {
        It 'SignIn_IsAConnectionError' {
            $null = $signingIn.EndInvoke($trying[0])

            $failure = $signingIn.Streams.Error[0]
            $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
            $failure.CategoryInfo.Category, $failure.TargetObject | Should -Be 'ConnectionError', $gone
        }

        It 'Insert_IsAConnectionErrorOfTheRecord' {
            $null = $inserting.EndInvoke($trying[1])

            $failure = $inserting.Streams.Error[0]
            $failure.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed,*'
            $failure.CategoryInfo.Category, $failure.TargetObject.LastName | Should -Be 'ConnectionError', 'a'
        }
    }
}
